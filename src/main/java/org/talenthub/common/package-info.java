/** Value types and errors that every module speaks. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.talenthub.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
