/** The embedded MySQL-compatible server and Elasticsearch: unpacked, started, watched and stopped with the hub. */
@ApplicationModule(allowedDependencies = "analysis")
@NullMarked
package org.talenthub.engines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
