package io.outcrop.cloud.reach;

import io.outcrop.cloud.answer.Answer.Stage;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.reach.HttpHead.Head;
import io.outcrop.cloud.trust.TrustSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// One probe. What it has seen so far can be read while it hangs.
final class ReachProbe {
  private final Way way;
  private final ClientSide client;
  private final String profileOverride;
  private final Patience patience;
  private final InstantSource clock;
  private final List<Reached.Step> steps = new CopyOnWriteArrayList<>();
  private final List<String> hints = new CopyOnWriteArrayList<>();
  private volatile Stage current = Stage.RESOLVE;
  private volatile long currentNanos = System.nanoTime();
  private volatile List<String> addresses = List.of();
  private volatile Reached.@Nullable Clock clockSeen;
  private volatile Reached.@Nullable Certificate certificate;

  ReachProbe(
      Way way, ClientSide client, String profileOverride, Patience patience, InstantSource clock) {
    this.way = way;
    this.client = client;
    this.profileOverride = profileOverride;
    this.patience = patience;
    this.clock = clock;
  }

  Reached run() {
    try (var plain = connected()) {
      if (way.isTls()) {
        secured(plain);
      } else {
        ask(plain);
      }
    } catch (StoppedException stopped) {
      fail(stopped.fault(), said(stopped));
    } catch (SocketTimeoutException _) {
      fail(late(), "no answer in time");
    } catch (IOException lost) {
      var reset = said(lost).toLowerCase(Locale.ROOT).contains("reset");
      fail(reset ? Fault.RESET : Fault.CLOSED, said(lost));
    }
    return result();
  }

  /// What is known when nobody waits any longer.
  Reached brokenOff(String why) {
    fail(late(), why);
    return result();
  }

  private Socket connected() throws IOException {
    var dialing = new Dialing(way, patience);
    begin(way.proxy().isPresent() ? Stage.PROXY : Stage.RESOLVE);
    var found = dialing.resolve();
    if (way.proxy().isEmpty()) {
      addresses = found.stream().map(InetAddress::getHostAddress).toList();
      done(String.join(", ", addresses));
      begin(Stage.CONNECT);
    }
    var socket = dialing.connect(found);
    hints.addAll(dialing.hints(found));
    if (way.proxy().isPresent() && way.isTls()) {
      try {
        dialing.tunnel(socket);
      } catch (IOException refused) {
        socket.close();
        throw refused;
      }
    }
    done(socket.getInetAddress().getHostAddress() + " port " + socket.getPort());
    return socket;
  }

  private void secured(Socket plain) throws IOException {
    begin(Stage.TLS);
    var handshake = new Handshake(way, TrustSources.of(client, profileOverride), patience);
    try (var tls = handshake.over(plain)) {
      done(tls.getSession().getProtocol());
      ask(tls);
    } finally {
      certificate = handshake.certificate().orElse(null);
    }
  }

  private void ask(Socket socket) throws IOException {
    begin(Stage.ANSWER);
    var path =
        way.proxy().isPresent() && !way.isTls() ? way.address().resolve("/").toString() : "/";
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: outcrop\r\nConnection: close\r\n\r\n"
            .formatted(path, way.address().getAuthority());
    var sent = System.nanoTime();
    var head = Head.ask(socket, request);
    var round = Patience.since(sent);
    var middle = clock.instant().plus(client.clockOffset()).minus(round.dividedBy(2));
    clockSeen =
        head.date()
            .map(theirs -> theirs.plusMillis(500))
            .map(theirs ->
                new Reached.Clock(
                    Duration.between(theirs, middle), round.dividedBy(2).plusMillis(500)))
            .orElse(null);
    if (way.isAws() && !head.isAws()) {
      throw new StoppedException(
          Fault.NOT_AWS,
          "`%s` came back without AWS's request id%s: something on the way answers in AWS's place"
              .formatted(
                  head.first(),
                  head.header("location")
                      .map(to -> ", leading to `" + placeOf(to) + "`")
                      .orElse("")));
    }
    done(head.first());
  }

  /// What a sign-in page is asked with may be a secret.
  private static String placeOf(String location) {
    return location.replaceFirst("(?s)[?#].*", "");
  }

  /// What a silence means at the stage that was reached.
  private Fault late() {
    return switch (current) {
      case RESOLVE -> Fault.NAME_UNKNOWN;
      case CONNECT -> Fault.CONNECT_LATE;
      case PROXY -> Fault.PROXY_UNREACHABLE;
      case CREDENTIALS, OTHER_SERVICES, TLS, ANSWER, NOT_AWS, DEADLINE -> Fault.ANSWER_LATE;
    };
  }

  private static String said(IOException failed) {
    var message = failed.getMessage();
    return message == null || message.isEmpty() ? failed.getClass().getSimpleName() : message;
  }

  private synchronized void begin(Stage stage) {
    current = stage;
    currentNanos = System.nanoTime();
  }

  private synchronized void done(String why) {
    add(new Reached.Step(current, true, Patience.since(currentNanos), why, null));
  }

  private synchronized void fail(Fault fault, String why) {
    var alone = OwnNetwork.explains(fault, Way.host(way.next()));
    add(
        new Reached.Step(
            current,
            false,
            Patience.since(currentNanos),
            alone ? why + ": this machine has no network" : why,
            alone ? Fault.NO_NETWORK : fault));
  }

  private void add(Reached.Step step) {
    if (steps.stream().allMatch(Reached.Step::ok)) {
      steps.add(step);
    }
  }

  private Reached result() {
    return new Reached(
        way.address().getAuthority(),
        List.copyOf(steps),
        patience.since(),
        clockSeen,
        way.proxyName(),
        addresses,
        certificate,
        new ArrayList<>(hints));
  }
}
