/// In which form is a policy handed to whoever puts it in place?
///
/// *In*: documents and where they go. *Out*: a text for a shell, a template or a plan, what it
/// does, and how it is undone. *Must not know*: who wished for the policy, and why.
///
/// The forms for `sh`, CloudFormation, SAM and Terraform are run or read back by tests, which hold
/// that the policy arrives as it was. PowerShell's is compared with a file only.
@NullMarked
package io.outcrop.grants.form;

import org.jspecify.annotations.NullMarked;
