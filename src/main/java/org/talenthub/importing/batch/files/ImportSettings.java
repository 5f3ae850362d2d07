package org.talenthub.importing.batch.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Uploads, {@code hub.imports.*}.
 *
 * @param previewsADay how many previews an account may make in a day beyond those that it commits
 */
@ConfigurationProperties("hub.imports")
public record ImportSettings(@DefaultValue("300") int previewsADay) {}
