/** The high-level talent pool: what makes two rows one person, and what a person's record says. */
@ApplicationModule(allowedDependencies = {"access", "common", "records", "records :: *", "reference", "reference :: *"})
@NullMarked
package org.talenthub.talent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
