"""What botocore prints when a call fails. Each line of the input is a call as JSON; each line of
the output is the traceback as somebody would paste it, a JSON text, empty where AWS answered."""
import json
import sys
import traceback

import botocore.config
import botocore.session

BODY = json.dumps({
    "anthropic_version": "bedrock-2023-05-31",
    "max_tokens": 60,
    "messages": [{"role": "user", "content": "Hello"}],
})


def client(call):
    session = botocore.session.Session()
    keys = {} if not call["key"] else {
        "aws_access_key_id": call["key"],
        "aws_secret_access_key": call["secret"],
        "aws_session_token": call["token"] or None,
    }
    return session.create_client(
        "bedrock-runtime",
        region_name=call["region"],
        endpoint_url=call["endpoint"],
        config=botocore.config.Config(retries={"total_max_attempts": 1}),
        **keys,
    )


def said(call):
    try:
        if call["way"] == "stream":
            answer = client(call).invoke_model_with_response_stream(modelId=call["model"], body=BODY)
            list(answer["body"])
        else:
            client(call).invoke_model(modelId=call["model"], body=BODY)["body"].read()
        return ""
    except Exception:
        return traceback.format_exc()


for line in sys.stdin:
    print(json.dumps(said(json.loads(line))), flush=True)
