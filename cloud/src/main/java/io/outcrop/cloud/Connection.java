package io.outcrop.cloud;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.credentials.Credentials;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How to reach AWS and as whom.
///
/// @param client the side that calls; profiles are read from its files
/// @param credentials who signs
/// @param region which region is called
/// @param endpoint where instead of AWS's own hosts; null for AWS
/// @param timeout how long one call may take in all
public record Connection(
    ClientSide client,
    Credentials credentials,
    String region,
    @Nullable URI endpoint,
    Duration timeout) {}
