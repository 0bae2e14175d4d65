package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;

/// Certificates and SSH keys. Nobody can upload one here, so that there are none: who clears a user
/// away asks for them all the same.
final class Certificates {
  void addTo(Map<String, Operation> operations) {
    operations.put("ListSigningCertificates", Subject.user(none("Certificates")));
    operations.put("ListSSHPublicKeys", Subject.user(none("SSHPublicKeys")));
    operations.put("ListServerCertificates", Certificates::ofServers);
  }

  private static Subject.Work<Identity.User> none(String list) {
    return (visit, _) -> empty(visit, list);
  }

  private static Reply ofServers(Visit visit) {
    var resource = "arn:aws:iam::" + visit.account().id() + ":server-certificate/";
    return Ask.of(visit, resource)
        .refused()
        .<Reply>map(refused -> refused)
        .orElseGet(() -> empty(visit, "ServerCertificateMetadataList"));
  }

  private static Reply empty(Visit visit, String list) {
    return Pages.reply(visit, list, List.<String>of(), one -> one, Json::of);
  }
}
