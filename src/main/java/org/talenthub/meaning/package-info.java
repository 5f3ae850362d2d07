/** What texts mean, as vectors: the embedding model, the cache of its results, and the enrichment of records in the background. */
@ApplicationModule(allowedDependencies = {"common", "common :: work", "records", "records :: *"})
@NullMarked
package org.talenthub.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
