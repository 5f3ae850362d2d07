package org.talenthub.importing.folder;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The watched folder, {@code hub.intake.*}.
 *
 * @param folder holds {@code <station>/<feed>/}; nothing is watched without it
 * @param settle how long a file must not have changed before it is taken for whole
 * @param every how often to look
 */
@ConfigurationProperties("hub.intake")
public record IntakeSettings(
        @Nullable Path folder,
        @DefaultValue("10s") Duration settle,
        @DefaultValue("5s") Duration every) {}
