/** What every page and every answer shares: errors, language, the description of the API. */
@ApplicationModule(allowedDependencies = {"common", "common :: causes", "security", "security :: *"})
@NullMarked
package org.talenthub.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
