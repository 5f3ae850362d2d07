/** Talent bases and talent stations. */
@ApplicationModule(allowedDependencies = {"access", "common", "records", "records :: *"})
@NullMarked
package org.talenthub.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
