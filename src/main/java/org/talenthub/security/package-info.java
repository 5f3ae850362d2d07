/** Who is calling and what they may do: accounts, roles, the viewer, sealing of sensitive values. */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package org.talenthub.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
