package org.talenthub.accounts.invitations;

import io.micrometer.core.instrument.Metrics;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.talenthub.accounts.AccountView;
import org.talenthub.web.Texts;

/** Sends invitations where a mail server is configured, once they are stored; nobody waits for it, for the link is shown too. */
@Component
class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final @Nullable JavaMailSender mail;
    private final String from;
    private final MessageSource texts;
    private final MailAddresses addresses;
    private final ApplicationEventPublisher events;

    Letters(
            ObjectProvider<JavaMailSender> mail,
            @Value("${hub.mail.from:}") String from,
            MessageSource texts,
            MailAddresses addresses,
            ApplicationEventPublisher events) {
        this.addresses = addresses;
        this.events = events;
        this.mail = mail.getIfAvailable();
        this.from = from;
        this.texts = texts;
    }

    /** A link that is to go to its owner. */
    record Invited(String address, String name, String username, String link, Instant until) {

        /** The link opens an account. */
        @Override
        public String toString() {
            return "Invited[" + username + "]";
        }
    }

    Optional<String> address(long account) {
        return addresses.findByAccount(account).map(MailAddress::address);
    }

    /**
     * @param given empty for none
     * @return whether that is another than before
     * @throws org.talenthub.common.Problem 400
     */
    boolean address(long account, String given) {
        String checked = MailAddresses.checked(given);
        if (Objects.equals(checked, address(account).orElse(null))) {
            return false;
        }
        if (checked == null) {
            addresses.deleteByAccount(account);
        } else {
            addresses.save(new MailAddress(account, checked));
        }
        return true;
    }

    /** Sends the link as soon as it is stored. @return where to; null when nobody carries letters, or the account has no address */
    @Nullable
    String send(AccountView account, String link, Instant until) {
        String to = mail == null ? null : address(account.id()).orElse(null);
        if (to != null) {
            events.publishEvent(new Invited(
                    to, account.viewer().displayName(), account.viewer().username(), link, until));
        }
        return to;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Invited invited) {
        Thread.startVirtualThread(() -> send(invited));
    }

    private void send(Invited invited) {
        if (mail == null) {
            return;
        }
        SimpleMailMessage letter = new SimpleMailMessage();
        if (!from.isBlank()) {
            letter.setFrom(from);
        }
        letter.setTo(invited.address());
        letter.setSubject(text("letter.invitation.subject"));
        letter.setText(text(
                "letter.invitation.text",
                invited.name(),
                invited.username(),
                invited.link(),
                Texts.time(invited.until())));
        try {
            mail.send(letter);
            Metrics.counter("hub.letters", "result", "sent").increment();
            LOG.info("letter of invitation sent");
        } catch (MailException e) {
            Metrics.counter("hub.letters", "result", "failed").increment();
            // its words may name the address
            LOG.warn("a letter of invitation was not sent: {}", e.getClass().getSimpleName());
        }
    }

    /** Both languages: nobody knows yet which its reader prefers. */
    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE)
                + (key.endsWith("subject") ? " · " : "\n\n")
                + texts.getMessage(key, arguments, Locale.ENGLISH);
    }
}
