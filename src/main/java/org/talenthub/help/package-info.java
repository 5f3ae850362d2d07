/** The guides of docs/ as pages of the site, and which chapter of them tells of a page: read without a way out. */
@ApplicationModule(allowedDependencies = {"common", "security", "web"})
@NullMarked
package org.talenthub.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
