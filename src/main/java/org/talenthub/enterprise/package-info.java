/** Enterprises and research platforms of the directory. */
@ApplicationModule(allowedDependencies = {"access", "common", "records", "records :: *", "reference :: *"})
@NullMarked
package org.talenthub.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
