package io.outcrop.report;

import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.Matrix;
import io.outcrop.json.Json;

/// Many examinations for a program: the first of the worst as one examination is written, so that
/// who reads `status` and `root` alone reads right, and all of them in `cells`.
public final class MatrixJson {
  private MatrixJson() {}

  /// The whole report: `docs/schema/doctor.json`.
  public static Json.Obj of(Matrix matrix, Ending ending) {
    return ExaminationJson.of(matrix.worst().examination(), ending)
        .with(
            "counts",
            Json.object()
                .with("healthy", Json.of(matrix.count(Status.HEALTHY)))
                .with("broken", Json.of(matrix.count(Status.BROKEN)))
                .with("unknown", Json.of(matrix.count(Status.UNKNOWN))))
        .with("cells", Json.array(matrix.cells().stream().map(MatrixJson::cell).toList()));
  }

  private static Json.Obj cell(Matrix.Cell cell) {
    return ExaminationJson.body(cell.examination()).with("profile", Json.of(cell.profile()));
  }
}
