/** Proving who one is: passwords and how they are kept, how often one may guess, tokens of programs, sessions that end in time. */
@NamedInterface("signin")
@NullMarked
package org.talenthub.security.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
