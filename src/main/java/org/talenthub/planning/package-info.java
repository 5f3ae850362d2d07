/** What a day of meetings is: who is there when, who should meet whom, a plan of it, and what is wrong with one. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.talenthub.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
