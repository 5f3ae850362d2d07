/** Accounts, their passwords, and how often one may guess. */
@NamedInterface("accounts")
@NullMarked
package org.talenthub.security.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
