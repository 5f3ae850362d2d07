package org.talenthub.accounts.invitations;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** The addresses of accounts, where they have one. */
interface MailAddresses extends Repository<MailAddress, Long> {

    int LONGEST = 254;

    /** One, without a name and without what a header could be broken by. */
    Pattern PLAUSIBLE = Pattern.compile("[^\\s@<>\",;:\\\\]{1,64}@[A-Za-z0-9.-]{1,189}\\.[A-Za-z]{2,}");

    MailAddress save(MailAddress address);

    Optional<MailAddress> findByAccount(long account);

    void deleteByAccount(long account);

    /** @throws Problem 400 */
    static @Nullable String checked(String given) {
        String address = given.strip();
        if (address.isEmpty()) {
            return null;
        }
        if (address.length() > LONGEST || !PLAUSIBLE.matcher(address).matches()) {
            throw Problem.badRequest("account.email", Sentence.of("refused.account.email"));
        }
        return address;
    }
}
