import java.io.FileInputStream;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Opens a TLS connection to localhost with a key store and a trust store, checks the server's name, and prints
 * the protocol and what the server says. Arguments: port, key store, trust store, type of the trust store. The
 * stores' password is in the environment, as PASSWORD.
 */
public class MutualTls {
  public static void main(String[] args) throws Exception {
    char[] password = System.getenv("PASSWORD").toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(load("PKCS12", args[1], password), password);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(load(args[3], args[2], password));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", Integer.parseInt(args[0]))) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      String said = new String(socket.getInputStream().readAllBytes(), "UTF-8");
      System.out.println(socket.getSession().getProtocol() + " " + said);
    }
  }

  private static KeyStore load(String type, String file, char[] password) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    try (FileInputStream in = new FileInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }
}
