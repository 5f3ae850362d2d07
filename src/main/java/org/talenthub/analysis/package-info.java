/**
 * How Chinese text becomes tokens, inside Elasticsearch: the classes of the plugin, which use nothing of the hub, and what packs them into it.
 * The dictionaries are under {@code index-mappings/analysis/}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.talenthub.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
