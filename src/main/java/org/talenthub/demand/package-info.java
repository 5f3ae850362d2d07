/** Urgent and scarce talent needs of enterprises. */
@ApplicationModule(allowedDependencies = {"access", "common", "records", "records :: *", "reference :: *"})
@NullMarked
package org.talenthub.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
