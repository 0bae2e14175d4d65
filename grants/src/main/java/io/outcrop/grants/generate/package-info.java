/// Which policy gives a principal what somebody wishes for it, and nothing else?
///
/// *In*: a wish: models, regions, kinds of calls. *Out*: documents within AWS's limits with the
/// reason for each of their lines, or what is wrong with the wish and where. *Must not know*: the
/// network, live accounts, in which form a policy is handed over.
///
/// `features.json` says which models bedrock-mantle serves where and whose tokens CountTokens
/// counts; `guardrail-profiles.json` where guardrail profiles lead. Both say where they were read.
@NullMarked
package io.outcrop.grants.generate;

import org.jspecify.annotations.NullMarked;
