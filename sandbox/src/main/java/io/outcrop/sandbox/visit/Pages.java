package io.outcrop.sandbox.visit;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// Answers lists page by page. How an operation spells its limit and its token, how long a page is
/// and what is said to a wrong token is data (`paging.json`).
///
/// A token names the last element that was shown, so a list that changes between two calls loses
/// nothing and shows nothing twice; only where just that element is gone, its place counts.
public final class Pages {
  private Pages() {}

  /// The whole output of `visit`'s operation.
  ///
  /// @param list the output's member that holds the elements
  /// @param all the whole list, in an order that stays from call to call
  /// @param key what tells an element from every other
  /// @param shown an element as the output has it
  public static <T> Reply reply(
      Visit visit,
      String list,
      List<T> all,
      Function<T, String> key,
      Function<T, ? extends Json> shown) {
    return reply(visit.call(), visit.account().id(), list, all, key, shown);
  }

  /// The whole output of an operation that nobody signs.
  ///
  /// @param owner whose list it is
  /// @param list the output's member that holds the elements
  /// @param all the whole list, in an order that stays from call to call
  /// @param key what tells an element from every other
  /// @param shown an element as the output has it
  public static <T> Reply reply(
      Call call,
      String owner,
      String list,
      List<T> all,
      Function<T, String> key,
      Function<T, ? extends Json> shown) {
    return switch (cut(call, owner, all, key)) {
      case Page.Refused<T>(Reply.Fault fault) -> fault;
      case Page.Cut<T>(List<T> elements, Json.Obj rest) -> {
        var members = new LinkedHashMap<String, Json>();
        members.put(list, Json.array(elements.stream().map(shown).toList()));
        rest.members().forEach((name, member) -> members.put(name, member.value()));
        yield new Reply.Output(Json.object(members));
      }
    };
  }

  /// The part of `all` that `visit` asks for.
  ///
  /// @param all the whole list, in an order that stays from call to call
  /// @param key what tells an element from every other
  public static <T> Page<T> cut(Visit visit, List<T> all, Function<T, String> key) {
    return cut(visit.call(), visit.account().id(), all, key);
  }

  static <T> Page<T> cut(Call call, String account, List<T> all, Function<T, String> key) {
    var paging = Paging.of(call.service(), call.operation());
    var token = new PageToken(call, account);
    var given = call.input().text(paging.token()).filter(text -> !text.isEmpty());
    var start = 0;
    if (given.isPresent()) {
      var last = token.read(given.get());
      if (last.isEmpty()) {
        return new Page.Refused<>(paging.refusal());
      }
      start = after(last.get(), all, key);
    }
    var end = (int) Math.min(all.size(), (long) start + size(call, paging));
    var elements = all.subList(start, end);
    return new Page.Cut<>(
        elements,
        end == all.size()
            ? paging.whole()
            : paging.rest(token.issue(new PageToken.Last(end - 1, key.apply(all.get(end - 1))))));
  }

  private static <T> int after(PageToken.Last last, List<T> all, Function<T, String> key) {
    for (var i = 0; i < all.size(); i++) {
      if (key.apply(all.get(i)).equals(last.key())) {
        return i + 1;
      }
    }
    return Math.min(last.index(), all.size());
  }

  private static int size(Call call, Paging paging) {
    return call.input()
        .get(paging.limit())
        .map(value -> value instanceof Json.Num(BigDecimal number, _) ? number.intValue() : 0)
        .filter(limit -> limit > 0)
        .map(limit -> Math.min(limit, paging.most()))
        .orElse(paging.usual());
  }
}
