package org.talenthub;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.talenthub.accounts.federated.IdentityProvider;

/** What stands around a {@link FullTest} hub: a server for letters and a provider of identities. They end with it. */
public class AroundTheHub implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    public static final IdentityProvider PROVIDER = provider();

    private static IdentityProvider provider() {
        try {
            return new IdentityProvider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MAIL.start();
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                MAIL.stop();
                PROVIDER.close();
            }
        });
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + MAIL.getSmtp().getPort(),
                        "hub.oidc.issuer=" + PROVIDER.issuer(),
                        "hub.oidc.client-id=" + IdentityProvider.CLIENT,
                        "hub.oidc.client-secret=" + IdentityProvider.SECRET,
                        "hub.oidc.name=省政务统一身份认证",
                        "hub.oidc.groups=省委人才办=PROVINCE,武汉人才=CITY 420100,宜昌人才=CITY 420500,驿站=STATION,撮合中心=MATCHMAKER")
                .applyTo(context);
    }
}
