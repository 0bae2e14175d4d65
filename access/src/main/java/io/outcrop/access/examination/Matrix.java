package io.outcrop.access.examination;

import io.outcrop.access.examination.Examination.Status;
import java.util.Comparator;
import java.util.List;

/// Many examinations of one kind.
///
/// @param cells in the order in which they were asked for; at least one
public record Matrix(List<Cell> cells) {
  public Matrix {
    cells = List.copyOf(cells);
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("a matrix has at least one cell");
    }
  }

  /// One of them.
  ///
  /// @param profile the profile that called; empty for the client side's own choice
  public record Cell(String profile, Examination examination) {}

  /// The verdict on all: broken if one is, else unknown if one is, else healthy.
  public Status status() {
    return worst().examination().status();
  }

  /// The first of the worst.
  public Cell worst() {
    return cells.stream().min(Comparator.comparingInt(Matrix::rank)).orElseThrow();
  }

  /// How many have this verdict.
  public long count(Status status) {
    return cells.stream().filter(cell -> cell.examination().status() == status).count();
  }

  private static int rank(Cell cell) {
    return switch (cell.examination().status()) {
      case BROKEN -> 0;
      case UNKNOWN -> 1;
      case HEALTHY -> 2;
    };
  }
}
