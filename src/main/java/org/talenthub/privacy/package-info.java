/** Persons' rights over what is kept of them: erasure, with a certificate. */
@ApplicationModule(
        allowedDependencies = {"access", "common", "records", "records :: *", "security", "security :: *", "web"})
@NullMarked
package org.talenthub.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
