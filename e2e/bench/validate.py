"""Validates a JSON Lines file by the checks that people write by hand: JSON, the envelope of a batch,
types of the usual parameters, repeated ids. Prints {"lines": …, "invalid": …}.

    python3 validate.py batchInput requests.jsonl
"""

import json
import sys

ENDPOINTS = {
    "/v1/chat/completions",
    "/v1/embeddings",
    "/v1/responses",
    "/v1/moderations",
    "/v1/completions",
    "/v1/images/generations",
    "/v1/images/edits",
    "/v1/videos",
}
ROLES = {"system", "developer", "user", "assistant", "tool", "function"}
PARTS = {"text", "image_url", "input_audio", "file", "refusal"}
EFFORTS = {None, "none", "minimal", "low", "medium", "high", "xhigh", "max"}
RANGES = {
    "temperature": (0, 2),
    "top_p": (0, 1),
    "frequency_penalty": (-2, 2),
    "presence_penalty": (-2, 2),
}


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_text(value):
    return isinstance(value, str) and value != ""


def is_message(message):
    if not isinstance(message, dict):
        return False
    role = message.get("role")
    if role not in ROLES:
        return False
    content = message.get("content")
    if isinstance(content, str):
        return True
    if isinstance(content, list):
        return all(isinstance(part, dict) and part.get("type") in PARTS for part in content)
    return content is None and role in ("assistant", "function")


def is_chat(body):
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        return False
    if not all(is_message(message) for message in messages):
        return False
    for name, (low, high) in RANGES.items():
        value = body.get(name)
        if value is not None and not (is_number(value) and low <= value <= high):
            return False
    for name in ("max_completion_tokens", "max_tokens", "seed"):
        value = body.get(name)
        if value is not None and not is_integer(value):
            return False
    n = body.get("n")
    if n is not None and not (is_integer(n) and 1 <= n <= 128):
        return False
    stop = body.get("stop")
    if isinstance(stop, list) and not 1 <= len(stop) <= 4:
        return False
    metadata = body.get("metadata")
    if metadata is not None and not all(isinstance(value, str) for value in metadata.values()):
        return False
    if body.get("reasoning_effort") not in EFFORTS:
        return False
    return is_response_format(body.get("response_format"))


def is_response_format(value):
    if value is None:
        return True
    kind = value.get("type")
    if kind == "json_schema":
        return isinstance(value.get("json_schema"), dict)
    return kind in ("text", "json_object")


def is_request(value):
    if value.get("method") != "POST" or value.get("url") not in ENDPOINTS:
        return False
    key = value.get("custom_id")
    if not is_text(key) or len(key) > 512:
        return False
    body = value.get("body")
    if not isinstance(body, dict) or not is_text(body.get("model")) or body.get("stream"):
        return False
    return value["url"] != "/v1/chat/completions" or is_chat(body)


def is_result(value):
    if not is_text(value.get("id")) or not is_text(value.get("custom_id")):
        return False
    response = value.get("response")
    error = value.get("error")
    if response is not None:
        return (
            isinstance(response, dict)
            and is_integer(response.get("status_code"))
            and isinstance(response.get("request_id"), str)
            and isinstance(response.get("body"), dict)
        )
    return isinstance(error, dict) and isinstance(error.get("code"), str)


def is_anything(value):
    return True


CHECKS = {"batchInput": is_request, "batchOutput": is_result, "plainJsonl": is_anything}


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def main(format_id, path):
    check = CHECKS[format_id]
    # Without an own decoder json.loads would take NaN.
    loads = json.JSONDecoder(parse_constant=refuse_constant).decode
    keys = set()
    lines = 0
    invalid = 0
    with open(path, "rb") as file:
        for line in file:
            if line.isspace():
                continue
            lines += 1
            try:
                value = loads(line.decode())
                good = isinstance(value, dict) and check(value)
            except (ValueError, RecursionError):
                invalid += 1
                continue
            key = value.get("custom_id") if isinstance(value, dict) else None
            if isinstance(key, str):
                if key in keys:
                    good = False
                else:
                    keys.add(key)
            if not good:
                invalid += 1
    print(json.dumps({"lines": lines, "invalid": invalid}))


main(sys.argv[1], sys.argv[2])
