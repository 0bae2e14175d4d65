package io.outcrop.iam.suite;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads a question as cases ask it, without the answer: either what stands under `request` alone,
/// or a case of which everything but the request and its policies may be left out. As strict as
/// [CaseReader]. Stateless and safe for many threads.
public final class QuestionReader {
  private static final String REQUEST = "request";
  private static final List<String> OF_CASES_ALONE =
      List.of("format", "id", "name", "source", "tags", "notes", "mode", "knowledge", "expected");

  private QuestionReader() {}

  /// Reads one question.
  public static QuestionReading read(Json value) {
    return value instanceof Json.Obj object && object.get(REQUEST).isPresent()
        ? whole(value)
        : request(value);
  }

  private static QuestionReading whole(Json value) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(value, "", problems);
    OF_CASES_ALONE.forEach(fields::any);
    var request = CaseReader.request(fields, problems);
    var layers = new LayersReader(problems).read(fields, request.principal());
    fields.finish();
    return problems.isEmpty()
        ? new QuestionReading.Whole(request, layers)
        : new QuestionReading.Rejected(problems);
  }

  private static QuestionReading request(Json value) {
    var problems = new ArrayList<Problem>();
    var wrapped = Json.object().with(REQUEST, value);
    var request = CaseReader.request(new Fields(wrapped, "", problems), problems);
    return problems.isEmpty()
        ? new QuestionReading.Request(request)
        : new QuestionReading.Rejected(problems.stream().map(QuestionReader::unwrapped).toList());
  }

  private static Problem unwrapped(Problem problem) {
    var pointer = problem.pointer().substring(("/" + REQUEST).length());
    return new Problem(pointer, problem.position(), problem.message());
  }
}
