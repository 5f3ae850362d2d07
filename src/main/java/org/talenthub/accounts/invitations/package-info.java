/** One-use links by which people choose their password. */
@NullMarked
package org.talenthub.accounts.invitations;

import org.jspecify.annotations.NullMarked;
