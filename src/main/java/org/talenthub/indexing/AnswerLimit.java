package org.talenthub.indexing;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * No request to Elasticsearch waits for ever: the client's own default does ({@code Rest5ClientBuilder.DEFAULT_RESPONSE_TIMEOUT_MILLIS},
 * which Boot's {@code spring.elasticsearch.socket-timeout} does not change). The longest answers are those of large bulks and of
 * refreshes after them, seconds.
 */
@Component
class AnswerLimit implements Rest5ClientBuilderCustomizer {

    private static final Timeout LONGEST = Timeout.ofMinutes(1);

    @Override
    public void customize(Rest5ClientBuilder builder) {
        // only the requests' limits are of interest
    }

    @Override
    public void customize(RequestConfig.Builder builder) {
        builder.setResponseTimeout(LONGEST);
    }
}
