package io.outcrop.cloud.protocol;

import io.outcrop.cloud.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Lists that come in pages.
public final class Pages {
  /// More than any list of an account has: a service that always names a next page is left.
  private static final int MOST = 200;

  private Pages() {}

  /// One page.
  ///
  /// @param next what to ask the next page with; empty if this is the last
  public record Page<T>(List<T> items, String next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /// Everything on all pages, with the id of the last page's request; what one page is refused, all
  /// are.
  ///
  /// @param ask gives the page for a token, which is empty for the first
  public static <T> Answer<List<T>> collect(Function<String, Answer<Page<T>>> ask) {
    var all = new ArrayList<T>();
    var token = "";
    var request = "";
    for (var count = 0; count < MOST; count++) {
      var answer = ask.apply(token);
      if (!(answer instanceof Answer.Succeeded<Page<T>>(var page, var id))) {
        return answer.map(_ -> List.of());
      }
      all.addAll(page.items());
      token = page.next();
      request = id;
      if (token.isEmpty()) {
        break;
      }
    }
    return new Answer.Succeeded<>(List.copyOf(all), request);
  }
}
