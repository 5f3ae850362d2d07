/**
 * Who may do and see what: one table, asked by everybody who opens, changes or shows something. Knows no record, batch or list, only the
 * facts that a rule speaks of.
 */
@ApplicationModule(allowedDependencies = {"common", "reference", "security"})
@NullMarked
package org.talenthub.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
