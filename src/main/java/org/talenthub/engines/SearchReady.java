package org.talenthub.engines;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Holds the start back until the embedded search engine answers: once the context is complete, everybody may use it. */
@Component
final class SearchReady implements SmartInitializingSingleton {

    private final ObjectProvider<Engines> engines;

    SearchReady(ObjectProvider<Engines> engines) {
        this.engines = engines;
    }

    @Override
    public void afterSingletonsInstantiated() {
        engines.ifAvailable(Engines::awaitSearch);
    }
}
