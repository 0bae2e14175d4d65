package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsResponse;

/// Lists that come in pages.
final class Pages {
  private Pages() {}

  /// Everything on all pages, with the id of the last page's request.
  static <P extends AwsResponse, T> Answer.Succeeded<List<T>> collect(
      Iterable<P> pages, Function<P, List<T>> items) {
    var all = new ArrayList<T>();
    var id = "";
    for (var page : pages) {
      all.addAll(items.apply(page));
      id = SdkService.succeeded(true, page).requestId();
    }
    return new Answer.Succeeded<>(List.copyOf(all), id);
  }
}
