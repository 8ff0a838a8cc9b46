# Validates a JSON Lines file by the checks that people write by hand. Prints {"lines": …, "invalid": …}.
#
#     jq -nR --arg format batchInput -f validate.jq requests.jsonl
#
# Read raw and parsed line by line: jq's own reading ends at the first line that is no JSON.

def is_text: type == "string" and . != "";

def is_integer: type == "number" and . == floor;

def is_message:
  type == "object"
  and (.role | . == "system" or . == "developer" or . == "user" or . == "assistant" or . == "tool"
    or . == "function")
  and (.content | type == "string" or type == "array" or . == null);

def is_chat:
  (.messages | type == "array" and length > 0 and all(.[]; is_message))
  and (.temperature | . == null or (type == "number" and . >= 0 and . <= 2))
  and (.max_completion_tokens | . == null or is_integer)
  and (.n | . == null or (is_integer and . >= 1 and . <= 128));

def is_request:
  .method == "POST"
  and (.url | type == "string" and startswith("/v1/"))
  and (.custom_id | is_text and length <= 512)
  and (.body | type == "object" and (.model | is_text) and (.stream | not))
  and (.url != "/v1/chat/completions" or (.body | is_chat));

def is_result:
  (.id | is_text)
  and (.custom_id | is_text)
  and (if .response == null
    then (.error | type == "object" and (.code | type == "string"))
    else (.response
      | type == "object" and (.status_code | is_integer) and (.body | type == "object"))
    end);

def is_good:
  type == "object"
  and (if $format == "batchInput" then is_request
    elif $format == "batchOutput" then is_result
    else true end);

def id: if type == "object" and (.custom_id | type) == "string" then .custom_id else null end;

# The state is one flat object that is changed by plain assignments and by nothing that could go back
# to it, such as `try`: jq would copy all ids for each line.
reduce (inputs | (try fromjson catch null) | {good: is_good, id: id}) as {good: $good, id: $id}
  ({lines: 0, invalid: 0};
  .lines = .lines + 1
  | if $id == null then
      if $good then . else .invalid = .invalid + 1 end
    elif .["=" + $id] then .invalid = .invalid + 1
    elif $good then .["=" + $id] = true
    else .["=" + $id] = true | .invalid = .invalid + 1
    end
) | {lines, invalid}
