/** Departments, carriers and others that accounts belong to. */
@NullMarked
package org.talenthub.accounts.organisations;

import org.jspecify.annotations.NullMarked;
