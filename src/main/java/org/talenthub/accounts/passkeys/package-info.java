/** Passkeys: keys that an authenticator keeps and its owner unlocks, two factors in one. */
@NullMarked
package org.talenthub.accounts.passkeys;

import org.jspecify.annotations.NullMarked;
