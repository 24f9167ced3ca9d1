package ganengine.gan.data.download;

/** Is told how a download goes. */
public interface DownloadListener {
  /** This much of a file has arrived. */
  void progress(RemoteFile file, long bytes);

  /** Something worth a line of its own: a retry, a file that is there already. */
  void message(String line);
}
