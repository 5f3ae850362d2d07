/** What the standards and the job descriptions say: feeds, columns, dictionaries, regions, industries and the checks of single values. */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package org.talenthub.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
