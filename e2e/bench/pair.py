"""Pairs the files of a batch as people write it by hand: a dictionary by custom_id, json.loads for
each line. Prints {"requests": …, "succeeded": …, "failed": …, "missing": …}.

    python3 pair.py input.jsonl output.jsonl errors.jsonl
"""

import json
import sys


def read(path):
    with open(path, "rb") as file:
        for line in file:
            if not line.isspace():
                yield json.loads(line)


def is_success(result):
    response = result.get("response")
    if result.get("error") is not None or not isinstance(response, dict):
        return False
    return response.get("status_code") == 200


def main(input_path, *result_paths):
    # What is needed of an answer: keeping them whole would take ten times the memory.
    results = {}
    for path in result_paths:
        for result in read(path):
            results[result["custom_id"]] = is_success(result)
    counts = {"requests": 0, "succeeded": 0, "failed": 0, "missing": 0}
    for request in read(input_path):
        counts["requests"] += 1
        success = results.get(request["custom_id"])
        if success is None:
            counts["missing"] += 1
        else:
            counts["succeeded" if success else "failed"] += 1
    print(json.dumps(counts))


main(*sys.argv[1:])
