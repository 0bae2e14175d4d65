package io.outcrop.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTracesTest {
  @Test
  void javaNamesTheFolderByItsPackage() {
    assertThat(
            StackTraces.first(
                """
                java.util.concurrent.CompletionException: software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException
                \tat com.example.web.Controller.call(Controller.java:12)
                Caused by: software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException: denied
                \tat software.amazon.awssdk.core.internal.http.CombinedResponseHandler.handle(CombinedResponseHandler.java:43)
                \tat java.base/java.lang.Thread.run(Thread.java:1474)
                \tat com.example.video.ScriptService.lambda$generate$0(ScriptService.java:87)
                \tat com.example.video.ScriptService.generate(ScriptService.java:60)
                """))
        .contains(new StackTraces.Frame("src/main/java/com/example/video/ScriptService.java", 87));
  }

  @Test
  void pythonsInnermostFrameIsTheLastOne() {
    assertThat(
            StackTraces.first(
                """
                Traceback (most recent call last):
                  File "/srv/app/main.py", line 10, in <module>
                    poem()
                  File "/srv/app/poem.py", line 33, in poem
                    client.converse(modelId=MODEL)
                  File "/usr/lib/python3.12/site-packages/botocore/client.py", line 569, in _api_call
                    return self._make_api_call(operation_name, kwargs)
                """))
        .contains(new StackTraces.Frame("/srv/app/poem.py", 33));
  }

  @Test
  void javascriptWithAndWithoutAFunctionsName() {
    assertThat(
            StackTraces.first(
                """
                AccessDeniedException: denied
                    at throwDefaultError (/srv/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20)
                    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)
                    at async handler (file:///srv/app/src/poem.mjs:21:18)
                    at async /srv/app/src/server.mjs:7:3
                """))
        .contains(new StackTraces.Frame("/srv/app/src/poem.mjs", 21));
  }

  @Test
  void whereNothingIsTheCallersOwnNothingIsSaid() {
    assertThat(StackTraces.first("at java.lang.Thread.run(Thread.java:1)\nnothing")).isEmpty();
    assertThat(StackTraces.first("")).isEmpty();
  }
}
