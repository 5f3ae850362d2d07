/** Keeping the accounts: who may make and change whose. */
@NullMarked
package org.talenthub.accounts.directory;

import org.jspecify.annotations.NullMarked;
