/** The high-level talent pool: what makes two rows one person, what a person's record says, and who is shown what of it is sealed. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "security",
            "security :: signin",
            "web"
        })
@NullMarked
package org.talenthub.talent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
