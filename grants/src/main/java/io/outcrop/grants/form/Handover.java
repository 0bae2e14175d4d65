package io.outcrop.grants.form;

import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import java.util.HashSet;
import java.util.List;

/// Policies and where they go.
///
/// @param documents at least one; their names are unique
/// @param target where they go
/// @param partition `aws`
/// @param account the account's twelve digits, or [NamedDocument#ACCOUNT]
public record Handover(
    List<NamedDocument> documents, Target target, String partition, String account) {
  public Handover {
    documents = List.copyOf(documents);
    var names = new HashSet<String>();
    if (documents.isEmpty() || !documents.stream().map(NamedDocument::name).allMatch(names::add)) {
      throw new IllegalArgumentException("documents have to be there, and their names unique");
    }
  }

  /// The ARN of the managed policy that `document` becomes.
  String arn(NamedDocument document) {
    return "arn:%s:iam::%s:policy/%s".formatted(partition, account, document.name());
  }

  /// Whether the account is missing in a document or in what undoes the handover.
  boolean lacksAccount() {
    return account.equals(NamedDocument.ACCOUNT)
        || documents.stream().anyMatch(NamedDocument::lacksAccount);
  }
}
