/** Elasticsearch as a projection of the records: versioned indices, the relay behind the outbox, rebuild, reconcile; knows no feed. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "analysis",
            "common",
            "common :: causes",
            "common :: work",
            "meaning",
            "records",
            "records :: *",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.indexing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
